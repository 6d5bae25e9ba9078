/** The version of this build, written in by esbuild. */
declare const __VERSION__: string;
export const VERSION: string = __VERSION__;
