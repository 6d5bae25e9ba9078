/**
 * The way every request takes: find the document, wait for its annotation, check that nobody cancelled or edited
 * meanwhile, run the feature, and answer the harmless value if anything goes wrong. No feature handles errors itself.
 */
import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { Superseded, type Article } from './annotationCache.ts';
import type { Services } from './services.ts';

/** Requests slower than this are named in the log. */
const SLOW = 200;

export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw cancelled();
}

export function contentModified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document was edited meanwhile.');
}

/** Wraps any handler: refused after shutdown, timed, and `fallback` for whatever it throws but protocol errors. */
export function guarded<P, R>(
  services: Services,
  method: string,
  fallback: R,
  handle: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    if (services.isShutDown())
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
    const start = services.runtime.now();
    try {
      throwIfCancelled(token);
      const result = await handle(params, token);
      throwIfCancelled(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (error instanceof Superseded) throw contentModified();
      services.log.error(`${method} failed`, error);
      return fallback;
    } finally {
      const time = services.runtime.now() - start;
      if (time > SLOW) services.log.trace(`${method} took ${Math.round(time)} ms`);
    }
  };
}

/**
 * A handler for requests about one document. `compute` sees an article whose text is exactly the one the client had
 * when it asked; documents that are not annotated get the fallback. With `soon` the speakers in a long text may be those
 * of before the last edit.
 */
export function onDocument<P extends { readonly textDocument: { readonly uri: string } }, R>(
  services: Services,
  method: string,
  fallback: R,
  compute: (article: Article, params: P, token: CancellationToken) => R | Promise<R>,
  patience: 'settled' | 'soon' = 'settled',
): (params: P, token: CancellationToken) => Promise<R> {
  return guarded(services, method, fallback, async (params: P, token) => {
    const uri = params.textDocument.uri;
    const asked = services.documents.get(uri)?.document.version;
    if (asked === undefined) return fallback;
    const { annotations } = services;
    const article = await (patience === 'soon' ? annotations.soon(uri) : annotations.get(uri));
    throwIfCancelled(token);
    if (services.documents.get(uri)?.document.version !== asked) throw contentModified();
    if (article === null) return fallback;
    const result = await compute(article, params, token);
    // Positions are converted with the live document: what took turns may have seen two texts.
    if (services.documents.get(uri)?.document.version !== asked) throw contentModified();
    return result;
  });
}
