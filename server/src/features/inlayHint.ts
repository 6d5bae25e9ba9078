/**
 * Inlay hints, off by default: ‹Maria Novak› after a pronoun or description that is a source, and — Maria Novak after
 * a quotation whose paragraph names nobody. The tooltip says who put it there and where to switch it off.
 */
import { InlayHintKind, type InlayHint, type MarkupContent, type Range } from 'vscode-languageserver';
import type { Span } from '../../../engine/index.ts';
import { isShown, mentionFinder, paragraphIndexAt } from '../../../engine/query.ts';
import type { Say } from '../../../engine/say.ts';
import type { Article } from '../annotationCache.ts';
import { toPosition, toRange, toSpan } from '../convert.ts';
import { guarded, onDocument } from '../handler.ts';
import type { Feature } from './feature.ts';

interface HintData {
  readonly setting: 'references' | 'quotes';
  readonly name: string;
  readonly detail: string;
}

interface Hint {
  readonly at: number;
  readonly label: string;
  readonly target: Span | null;
  readonly data: HintData;
}

function hintsOf(article: Article, within: Span): readonly Hint[] {
  const { lookup, settings } = article;
  const { annotation, paragraphs } = article.analysis;
  const hints: Hint[] = [];
  const inside = (at: number): boolean => within.start <= at && at <= within.end;
  if (settings.inlayHints.references) {
    const mentionAt = mentionFinder();
    const marked = new Set<number>();
    for (const attribution of annotation.attributions) {
      const speaker = lookup.speakers.get(attribution.speaker ?? '');
      if (speaker === undefined || speaker.type === 'anonymous') continue;
      if (!isShown(attribution, settings.showAttitudes)) continue;
      for (const span of attribution.source) {
        const mention = mentionAt(speaker)(span);
        if (
          mention === undefined ||
          mention.kind === 'name' ||
          marked.has(mention.end) ||
          !inside(mention.end)
        )
          continue;
        // "a spokeswoman for the ministry" introduces somebody without a name: the name would only repeat it.
        const words = article.text.slice(mention.start, mention.end).toLowerCase();
        if (words.includes(speaker.name.toLowerCase()) || speaker.name.toLowerCase().includes(words))
          continue;
        marked.add(mention.end);
        hints.push({
          at: mention.end,
          label: `‹${speaker.name}›`,
          target: speaker.introduction,
          data: {
            setting: 'references',
            name: speaker.name,
            detail: [speaker.role, speaker.affiliation].filter(Boolean).join(', '),
          },
        });
      }
    }
  }
  if (settings.inlayHints.quotes) {
    for (const quote of annotation.quotes) {
      if (quote.kind !== 'direct' || quote.level !== 1 || !inside(quote.end)) continue;
      const speaker = lookup.speakers.get(quote.speaker ?? '');
      const attribution = lookup.attributions.get(quote.attribution ?? '');
      if (speaker === undefined || attribution === undefined) continue;
      const paragraph = paragraphIndexAt(paragraphs, quote.start);
      const named = [...attribution.source, ...attribution.cue].some(
        (span) => paragraphIndexAt(paragraphs, span.start) === paragraph,
      );
      if (named) continue;
      hints.push({
        at: quote.end,
        label: `— ${speaker.name}`,
        target: speaker.introduction,
        data: {
          setting: 'quotes',
          name: speaker.name,
          detail: [speaker.role, speaker.affiliation].filter(Boolean).join(', '),
        },
      });
    }
  }
  return hints.sort((a, b) => a.at - b.at);
}

function tooltip(data: HintData, say: Say): MarkupContent {
  const who = data.detail === '' ? data.name : `${data.name}, ${data.detail}`;
  return {
    kind: 'plaintext',
    value: `${who}\n${say('Shown by Sourcelight ({0}); not part of the text.', [`sourcelight.inlayHints.${data.setting}`])}`,
  };
}

function isHintData(value: unknown): value is HintData {
  return (
    typeof value === 'object' && value !== null && 'setting' in value && 'name' in value && 'detail' in value
  );
}

export const inlayHint: Feature = {
  id: 'inlayHint',
  capabilities: () => ({ inlayHintProvider: { resolveProvider: true } }),
  register: (connection, services) => {
    connection.languages.inlayHint.on(
      onDocument(
        services,
        'textDocument/inlayHint',
        null as InlayHint[] | null,
        (article, params: { textDocument: { uri: string }; range: Range }) =>
          hintsOf(article, toSpan(article.document, params.range)).map(({ at, label, target, data }) => ({
            position: toPosition(article.document, at),
            label:
              target === null
                ? label
                : [
                    {
                      value: label,
                      location: { uri: article.uri, range: toRange(article.document, target) },
                    },
                  ],
            kind: InlayHintKind.Parameter,
            paddingLeft: true,
            ...(services.client.inlayHintResolves ? { data } : { tooltip: tooltip(data, services.say) }),
          })),
      ),
    );
    connection.languages.inlayHint.resolve(
      guarded(services, 'inlayHint/resolve', null as unknown as InlayHint, (hint: InlayHint) =>
        isHintData(hint.data) ? { ...hint, tooltip: tooltip(hint.data, services.say) } : hint,
      ),
    );
  },
};
