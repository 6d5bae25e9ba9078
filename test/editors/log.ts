/** What an editor's script has printed as `key: value`, one a line; other lines are the editor's own. */
export function readLog(log: string): ReadonlyMap<string, string> {
  return new Map(
    log
      .split('\n')
      .filter((line) => line.includes(': '))
      .map((line): [string, string] => [
        line.slice(0, line.indexOf(': ')),
        line.slice(line.indexOf(': ') + 2),
      ]),
  );
}
