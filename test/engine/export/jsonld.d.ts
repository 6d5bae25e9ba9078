/** The one function of the JSON-LD reader that tests use; the package brings no types. */
declare module 'jsonld' {
  const jsonld: { expand(document: unknown): Promise<readonly Readonly<Record<string, unknown>>[]> };
  export default jsonld;
}
