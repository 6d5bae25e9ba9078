/**
 * What holds for a file besides the editor's settings: the configuration file above it, the newsroom's source book,
 * the sidecar beside it. Read through `FileAccess`, kept until a file of that kind changes. Editor settings give lint
 * values only where no configuration file applies, so that editor and command line agree.
 */
import { configFor, globMatches, ignoresOf, type SuppressionSettings } from '../../config/apply.ts';
import { findConfig, loadConfig, type ConfigProblem, type LoadedConfig } from '../../config/load.ts';
import { folderOf, joinPath } from '../../config/path.ts';
import type { AnnotateOptions } from '../../engine/index.ts';
import { mergeLayers, type ConfigLayer, type LintConfig } from '../../engine/rules/config.ts';
import { mergeSourceBooks } from '../../engine/sourceBook.ts';
import { readSidecar, type Sidecar } from '../../engine/suppress.ts';
import { FILES, type Settings } from '../../protocol/index.ts';
import type { FileAccess } from './fileAccess.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { readBook, type SourceBook } from './sourceBook.ts';

export interface Project {
  /** Differs between two projects whose findings differ. */
  readonly key: string;
  readonly config: LintConfig;
  readonly suppressions: SuppressionSettings;
  readonly sidecar: Sidecar | null;
  readonly book: SourceBook;
  readonly options: AnnotateOptions;
  /** Differs between two projects whose annotations differ. */
  readonly optionsKey: string;
  /** The configuration leaves this file out. */
  readonly ignored: boolean;
}

export interface Projects {
  of(uri: string, settings: Settings): Promise<Project>;
  /** Faults of a configuration file, by its uri. */
  problems(uri: string): Promise<readonly ConfigProblem[]>;
  invalidate(): void;
}

const PLAIN: SuppressionSettings = {
  requireReason: true,
  reportUnused: true,
  plainTextMarker: '%%',
  sidecar: true,
};

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Globs of a configuration are written with the names people see, not with percent signs. */
function readable(loaded: LoadedConfig): LoadedConfig {
  return { ...loaded, folder: decoded(loaded.folder) };
}

export function createProjects(files: FileAccess, folders: () => readonly string[]): Projects {
  const configs = new Map<string, Promise<LoadedConfig | null>>();
  const books = new Map<string, Promise<SourceBook>>();
  const projects = new Map<string, { readonly settings: Settings; readonly project: Promise<Project> }>();

  /** Documents that lie nowhere (untitled) belong to the first workspace folder. */
  const placeOf = (uri: string): string | null => {
    if (/^[a-z][\w+.-]*:\/\//i.test(uri)) return uri;
    const [root] = folders();
    return root === undefined ? null : joinPath(root, uri.replace(/^.*[:/]/, ''));
  };

  const load = async (folder: string): Promise<LoadedConfig | null> => {
    const path = await findConfig(folder, files.read);
    return path === null ? null : readable(await loadConfig(path, files.read, KNOWLEDGE));
  };

  const configOf = (place: string): Promise<LoadedConfig | null> => {
    const folder = folderOf(place);
    if (folder === null) return Promise.resolve(null);
    let config = configs.get(folder);
    if (config === undefined) {
      config = load(folder);
      configs.set(folder, config);
    }
    return config;
  };

  const bookOf = (place: string | null, name: string): Promise<SourceBook> => {
    const root = folders().find((folder) => place?.startsWith(folder)) ?? folders()[0];
    const at = root === undefined ? null : joinPath(root, name);
    const key = at ?? '';
    let book = books.get(key);
    if (book === undefined) {
      book = readBook(files, at);
      books.set(key, book);
    }
    return book;
  };

  const sidecarOf = async (uri: string): Promise<Sidecar | null> => {
    const text = await files.read(`${uri}${FILES.sidecarSuffix}`);
    if (text === null) return null;
    try {
      return readSidecar(JSON.parse(text)).sidecar;
    } catch {
      // A sidecar that is no JSON is told in its own file.
      return null;
    }
  };

  const make = async (uri: string, settings: Settings): Promise<Project> => {
    const place = files.available ? placeOf(uri) : null;
    const loaded = place === null ? null : await configOf(place);
    const book = await bookOf(place, settings.sourceBook);
    const path = decoded(place ?? uri);
    const own: ConfigLayer[] = [
      KNOWLEDGE.presetLayer(settings.lint.preset) ?? {},
      {
        minConfidence: settings.lint.minConfidence,
        rules: settings.lint.rules,
      },
    ];
    const applied = loaded === null ? null : configFor(loaded, path);
    const lint = applied?.lint ?? mergeLayers(own);
    const outlet = lint.outlet ?? (settings.outlet === '' ? null : settings.outlet);
    const config: LintConfig = { ...lint, outlet };
    const suppressions = applied?.suppressions ?? PLAIN;
    const sidecar = suppressions.sidecar && place !== null ? await sidecarOf(place) : null;
    const house = applied?.book ?? { speakers: [], agencies: [] };
    // Of two entries with one name the source book's counts.
    const { speakers, agencies } = mergeSourceBooks([
      { ...house, problems: [] },
      { ...book, problems: [] },
    ]);
    const options: AnnotateOptions = {
      ...(outlet === null ? {} : { outlet }),
      ...(speakers.length > 0 ? { speakers } : {}),
      ...(agencies.length > 0 ? { agencies } : {}),
    };
    return {
      key: JSON.stringify([config, suppressions, sidecar]),
      config,
      suppressions,
      sidecar,
      book,
      options,
      optionsKey: JSON.stringify([options, suppressions.plainTextMarker]),
      ignored:
        loaded !== null &&
        ignoresOf(loaded).some((glob) => globMatches(glob, path.slice(loaded.folder.length + 1))),
    };
  };

  return {
    of: (uri, settings) => {
      const known = projects.get(uri);
      if (known?.settings === settings) return known.project;
      const project = make(uri, settings);
      projects.set(uri, { settings, project });
      return project;
    },
    problems: async (uri) => {
      const { problems } = await loadConfig(uri, files.read, KNOWLEDGE);
      return problems.filter(({ file }) => file === uri);
    },
    invalidate: () => {
      configs.clear();
      books.clear();
      projects.clear();
    },
  };
}
