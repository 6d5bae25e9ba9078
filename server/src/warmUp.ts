/**
 * A first article for a server that has none yet: it loads the model and has the engine's code compiled, so that the
 * first real article does not wait for either.
 */
import { annotate } from '../../engine/index.ts';

/** Invented; one sentence of each kind that the engine has code of its own for. */
const SAMPLE = `Mayor denies taking money from harbour fund

NORTHPORT, Velmark (Reuters) - “It is ready,” Ada Brandt, the mayor of Northport, told reporters on Tuesday. “We will pay 12 million crowns in May,” she added.

According to a report by the transport ministry, the pumps failed twice. Its spokesman, Piet Kolb, declined to comment.

Opposition councillor Ruth Adey accused Brandt of diverting relief money to a road project, which she denied. Police said a 34-year-old man had been charged with fraud; his lawyer said he “did nothing wrong”.

“Nobody has asked us,” said a baker who asked not to be named because he feared for his job. The council allegedly knew.`;

export function warmUp(): void {
  annotate(SAMPLE, { plainText: 'always' });
}
