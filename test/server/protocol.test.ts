import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  METHODS,
  SERVER_COMMANDS,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  CLIENT_COMMANDS,
} from '../../protocol/index.ts';
import { features } from '../../server/src/features/index.ts';

const page = readFileSync('docs/protocol.md', 'utf8');

describe('docs/protocol.md', () => {
  it('names every method, command, token type and modifier', () => {
    for (const method of Object.values(METHODS)) expect(page).toContain(method);
    for (const command of Object.values(SERVER_COMMANDS))
      expect(page).toContain(command.replace('sourcelight.server', ''));
    for (const word of [...TOKEN_TYPES, ...TOKEN_MODIFIERS]) expect(page).toContain(`\`${word}\``);
  });

  it('names tests that exist', () => {
    const tests = [
      ...readdirSync('test/server/features').map((name) => `features/${name}`),
      'lifecycle.test.ts',
    ]
      .map((name) => readFileSync(`test/server/${name}`, 'utf8'))
      .join('\n');
    const named = [...page.matchAll(/(?<![\w`])_([^_|]+?)(?: …)?_(?!\w)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(30);
    for (const name of named) if (/^[a-z]/.test(name)) expect(tests, name).toContain(name);
  });
});

describe('the lists', () => {
  it('have each feature once', () => {
    const files = readdirSync('server/src/features').filter((name) => !/^(?:index|feature)\.ts$/.test(name));
    expect(features.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('keep commands of server and client apart, and modifiers within 31 bits', () => {
    const client = new Set<string>(Object.values(CLIENT_COMMANDS));
    expect(Object.values(SERVER_COMMANDS).filter((id) => client.has(id))).toEqual([]);
    expect(TOKEN_MODIFIERS.length).toBeLessThan(31);
  });
});
