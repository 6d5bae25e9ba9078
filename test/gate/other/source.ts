/** Says who said what. The mayor, the council and the police are examples. */
export function speaker(text: string): string | null {
  const match = /(\w+) said/.exec(text);
  return match ? match[1] : null;
}
