/** What both hosts of the extension, Node and the browser's web worker, offer beyond the language itself. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare function atob(base64: string): string;
declare function setTimeout(callback: () => void, milliseconds: number): { readonly timer: unique symbol };
declare function clearTimeout(timer: ReturnType<typeof setTimeout> | undefined): void;
