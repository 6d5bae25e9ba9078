/**
 * Renaming a speaker: the full name, and each shorter form of it (a surname alone, a first name alone), wherever it
 * stands in the article as words of its own. Forms that the annotation does not tie to the speaker are marked for
 * confirmation where the client shows such a preview. Pronouns, descriptions and other files are left alone.
 */
import {
  AnnotatedTextEdit,
  ErrorCodes,
  ResponseError,
  type ChangeAnnotation,
  type Position,
  type PrepareRenameResult,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Span, Speaker } from '../../../engine/index.ts';
import { hitsAt } from '../../../engine/query.ts';
import type { Say } from '../../../engine/say.ts';
import type { Article } from '../annotationCache.ts';
import { toOffset, toRange, toTextEdits } from '../convert.ts';
import { onDocument } from '../handler.ts';
import type { Feature } from './feature.ts';

interface Form extends Span {
  /** Indexes of the first and last word of the name that stand here. */
  readonly first: number;
  readonly last: number;
  readonly sure: boolean;
}

function wordsOf(name: string): readonly string[] {
  return name.split(/\s+/).filter((word) => word !== '');
}

/** Kinds of speakers that bear a name. */
const NAMED: ReadonlySet<Speaker['type']> = new Set(['person', 'organization', 'country', 'outlet']);

function refuse(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}

/** The speaker named at the offset and the span of the name, or the reason why there is nothing to rename. */
function nameAt(
  article: Article,
  offset: number,
  say: Say,
): { readonly speaker: Speaker; readonly span: Span } | string {
  const { annotation } = article.analysis;
  const hits = hitsAt(annotation, offset);
  if (hits.some((hit) => hit.kind === 'agency')) {
    return say('The names of agencies come from the registry and are not renamed.');
  }
  for (const speaker of annotation.speakers) {
    if (!NAMED.has(speaker.type)) continue;
    const span = formsOf(article, speaker).find(({ start, end }) => start <= offset && offset <= end);
    if (span !== undefined) return { speaker, span };
  }
  for (const hit of hits) {
    if (hit.kind !== 'mention') continue;
    if (hit.mention.kind === 'pronoun') {
      return say('A pronoun has no name of its own; it stands for {0}.', [hit.speaker.name]);
    }
    return hit.mention.kind === 'description'
      ? say('A description is not a name; it stands for {0}.', [hit.speaker.name])
      : say('This source has no name of its own.');
  }
  return say('There is no name of a speaker here.');
}

/** All places where the name, its first or its last word stands, token by token; never inside longer names. */
function formsOf(article: Article, speaker: Speaker): readonly Form[] {
  const name = wordsOf(speaker.name);
  const [firstWord] = name;
  const lastWord = name.at(-1);
  if (firstWord === undefined || lastWord === undefined) return [];
  const { speakers } = article.analysis.annotation;
  const others = speakers.filter((other) => other.id !== speaker.id).map((other) => wordsOf(other.name));
  const shared = (word: string): boolean => others.some((words) => words.includes(word));
  const person = speaker.type === 'person' && name.length > 1;
  const forms: Form[] = [];
  const isName = (word: string | undefined): boolean =>
    word !== undefined && /^\p{Lu}[\p{Ll}\p{M}]/u.test(word);
  for (const { offset, paragraph } of article.analysis.paragraphs) {
    const { count, form, start, end } = paragraph.tokens;
    for (let i = 0; i < count; i++) {
      const full = name.every((word, k) => form[i + k] === word);
      const alone =
        person && !full && (form[i] === lastWord || form[i] === firstWord) && !shared(form[i] ?? '');
      if (!full && !alone) continue;
      const length = full ? name.length : 1;
      const span = { start: offset + (start[i] ?? 0), end: offset + (end[i + length - 1] ?? 0) };
      const tied = speaker.mentions.some((mention) => mention.start <= span.start && span.end <= mention.end);
      // "Novak Street", "Anna Novak": somebody or something else bears the word.
      if (alone && !tied && (isName(form[i - 1]) || isName(form[i + 1]))) continue;
      forms.push({
        ...span,
        first: full ? 0 : form[i] === lastWord ? name.length - 1 : 0,
        last: full || form[i] === lastWord ? name.length - 1 : 0,
        sure: tied || full,
      });
      i += length - 1;
    }
  }
  return forms;
}

/** What takes the place of a form: all of the new name, or its first or last word. */
function replacement(form: Form, oldName: readonly string[], newName: readonly string[]): string {
  if (form.first === 0 && form.last === oldName.length - 1) return newName.join(' ');
  return (form.first === 0 ? newName[0] : newName.at(-1)) ?? '';
}

export const rename: Feature = {
  id: 'rename',
  capabilities: (client) => ({ renameProvider: client.prepareRename ? { prepareProvider: true } : true }),
  register: (connection, services) => {
    connection.onPrepareRename(
      onDocument(
        services,
        'textDocument/prepareRename',
        null as PrepareRenameResult | null,
        (article, params: { textDocument: { uri: string }; position: Position }) => {
          const found = nameAt(article, toOffset(article.document, params.position), services.say);
          if (typeof found === 'string') throw refuse(found);
          return { range: toRange(article.document, found.span), placeholder: found.speaker.name };
        },
      ),
    );
    connection.onRenameRequest(
      onDocument(
        services,
        'textDocument/rename',
        null as WorkspaceEdit | null,
        (article, params: { textDocument: { uri: string }; position: Position; newName: string }) => {
          const found = nameAt(article, toOffset(article.document, params.position), services.say);
          if (typeof found === 'string') throw refuse(found);
          const newName = wordsOf(params.newName);
          if (newName.length === 0) throw refuse(services.say('The new name is empty.'));
          const oldName = wordsOf(found.speaker.name);
          const forms = formsOf(article, found.speaker);
          const edits: TextEdit[] = forms.flatMap((form) =>
            toTextEdits(article.document, {
              start: form.start,
              end: form.end,
              newText: replacement(form, oldName, newName),
            }).map(({ range, newText }) =>
              services.client.changeAnnotations
                ? AnnotatedTextEdit.replace(range, newText, form.sure ? 'sure' : 'unsure')
                : { range, newText },
            ),
          );
          if (!services.client.documentChanges) return { changes: { [article.uri]: edits } };
          const changeAnnotations: Record<string, ChangeAnnotation> = {
            sure: { label: services.say('Mentions of {0}', [found.speaker.name]) },
            unsure: {
              label: services.say('The same word elsewhere'),
              needsConfirmation: true,
              description: services.say('May be somebody else'),
            },
          };
          return {
            documentChanges: [{ textDocument: { uri: article.uri, version: article.version }, edits }],
            ...(services.client.changeAnnotations ? { changeAnnotations } : {}),
          };
        },
      ),
    );
  },
};
