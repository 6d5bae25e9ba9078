/**
 * Tells the client what was decided about each open document and how much was found. Sent only when it changed, and
 * only to clients that said they show it.
 */
import type { Connection } from 'vscode-languageserver';
import { METHODS, type Counts, type DocumentState, type StatusParams } from '../../protocol/index.ts';
import type { Say } from '../../engine/say.ts';
import type { Article } from './annotationCache.ts';
import type { Client } from './client.ts';
import type { Decision, Documents } from './documents.ts';
import type { SettingsStore } from './settings.ts';
import { countsOf, plural } from './summary.ts';

export interface StatusService {
  /** The status of a document as it stands; null when it is not open. */
  of(uri: string, article: Article | null, findings: number | null): Promise<StatusParams | null>;
  /** Sends the status unless the client has it already. */
  send(uri: string, article: Article | null, findings: number | null): Promise<void>;
  forget(uri: string): void;
}

/** One sentence for people. */
export function describeState(
  decision: Decision,
  counts: Counts | null,
  maxCharacters: number,
  say: Say,
): string {
  const sentences: Readonly<Record<DocumentState, string>> = {
    busy: say('The text is being read.'),
    annotated:
      counts === null
        ? say('The text is annotated.')
        : `${[
            plural(say, counts.speakers, '{0} source', '{0} sources'),
            plural(say, counts.quotes, '{0} quotation', '{0} quotations'),
            plural(say, counts.allegations, '{0} allegation', '{0} allegations'),
          ].join(', ')}.`,
    'not-news': say('The text does not read as news, so it is not annotated.'),
    paused: say('The text is longer than {0} characters, so it is not annotated.', [maxCharacters]),
    stopped: say('Annotating was stopped for this document.'),
    off: say('Plain text is not annotated under the current settings.'),
    foreign: say('Documents in this language are not annotated.'),
  };
  return sentences[decision.state];
}

export function createStatus(
  connection: Connection,
  client: Pick<Client, 'status'>,
  documents: Documents,
  settingsStore: SettingsStore,
  say: Say,
): StatusService {
  const sent = new Map<string, string>();
  const of: StatusService['of'] = async (uri, article, findings) => {
    const settings = await settingsStore.get(uri);
    const open = documents.get(uri);
    if (open === undefined) return null;
    const decision = documents.decide(open, settings);
    const current = article?.version === open.document.version ? article : null;
    const counts = current === null || decision.state !== 'annotated' ? null : countsOf(current, findings);
    const state = decision.state === 'annotated' && counts === null ? 'busy' : decision.state;
    return {
      uri,
      version: open.document.version,
      state,
      score: decision.score,
      signals: decision.signals,
      overridden: decision.overridden,
      counts,
      message: describeState({ ...decision, state }, counts, settings.maxCharacters, say),
    };
  };
  return {
    of,
    send: async (uri, article, findings) => {
      if (!client.status) return;
      const status = await of(uri, article, findings);
      if (status === null) return;
      const key = JSON.stringify({ ...status, version: 0 });
      if (sent.get(uri) === key) return;
      sent.set(uri, key);
      await connection.sendNotification(METHODS.status, status);
    },
    forget: (uri) => {
      sent.delete(uri);
    },
  };
}
