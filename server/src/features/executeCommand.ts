/** Commands for any editor; each is also a verb of the command line or a request of our own. */
import {
  ErrorCodes,
  ResponseError,
  MessageType,
  type CancellationToken,
  type Position,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { SERVER_COMMANDS, type ExportParams, type IgnoreParams } from '../../../protocol/index.ts';
import { exportDocument, lintNow, lintWorkspace, overrule } from '../actions.ts';
import { compareReport, compareWith } from '../compare.ts';
import { toOffset, toSpan } from '../convert.ts';
import { guarded } from '../handler.ts';
import { ignoreEdit } from '../ignore.ts';
import { checkQuoteAt, quoteCheckReport, quoteCheckSentence } from '../quoteCheck.ts';
import { reportOf } from '../report.ts';
import { explainRule } from '../rulePages.ts';
import type { Services } from '../services.ts';
import type { Feature } from './feature.ts';

function uriOf(argument: unknown): string {
  if (typeof argument === 'string') return argument;
  throw new ResponseError(ErrorCodes.InvalidParams, 'The command needs the uri of a document.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function applyEdit(services: Services, edit: WorkspaceEdit | null): Promise<boolean> {
  if (edit === null || !services.client.appliesEdits) return false;
  return (await services.connection.workspace.applyEdit(edit)).applied;
}

async function ignore(services: Services, argument: unknown): Promise<boolean> {
  if (!isRecord(argument))
    throw new ResponseError(ErrorCodes.InvalidParams, 'The command needs IgnoreParams.');
  const params = argument as unknown as IgnoreParams;
  const article = await services.annotations.get(params.textDocument.uri);
  if (article === null) return false;
  return applyEdit(
    services,
    await ignoreEdit(services, article, params, toSpan(article.document, params.range)),
  );
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number';
}

async function compare(services: Services, uri: string, base: unknown): Promise<string | null> {
  const article = await services.annotations.get(uri);
  if (article === null) return null;
  const result = await compareWith(services, article, typeof base === 'string' ? base : uri);
  return result === null ? null : compareReport(services, result);
}

async function checkQuote(
  services: Services,
  uri: string,
  position: unknown,
  notes: unknown,
  token: CancellationToken,
): Promise<string | null> {
  if (!isPosition(position))
    throw new ResponseError(ErrorCodes.InvalidParams, 'The command needs a position.');
  const article = await services.annotations.get(uri);
  if (article === null) return null;
  const chosen = Array.isArray(notes)
    ? notes.filter((note): note is string => typeof note === 'string')
    : undefined;
  const result = await checkQuoteAt(services, article, toOffset(article.document, position), chosen, token);
  if (result === null) return null;
  // Editors that offer this as an action of ours drop the result of a command.
  void services.connection.sendNotification('window/showMessage', {
    type: MessageType.Info,
    message: quoteCheckSentence(services, result),
  });
  return quoteCheckReport(services, uri, result);
}

export const executeCommand: Feature = {
  id: 'executeCommand',
  capabilities: () => ({ executeCommandProvider: { commands: Object.values(SERVER_COMMANDS) } }),
  register: (connection, services) => {
    connection.onExecuteCommand((params, token, progress) =>
      guarded(
        services,
        'workspace/executeCommand',
        null,
        async (
          { command, arguments: [first, second, third] = [] }: { command: string; arguments?: unknown[] },
          inner,
        ) => {
          switch (command) {
            case SERVER_COMMANDS.annotate:
              return overrule(services, uriOf(first), 'annotate');
            case SERVER_COMMANDS.stop:
              return overrule(services, uriOf(first), 'stop');
            case SERVER_COMMANDS.lint:
              return lintNow(services, uriOf(first));
            case SERVER_COMMANDS.lintWorkspace:
              return lintWorkspace(services, inner, progress);
            case SERVER_COMMANDS.export:
              return isRecord(first) ? exportDocument(services, first as unknown as ExportParams) : null;
            case SERVER_COMMANDS.report: {
              const article = await services.annotations.get(uriOf(first));
              return article === null
                ? null
                : reportOf(article, (await services.lint.of(article)).items, services.say);
            }
            case SERVER_COMMANDS.explain:
              return explainRule(String(first))?.markdown ?? null;
            case SERVER_COMMANDS.reindex:
              await services.index.fill();
              return services.index.summary();
            case SERVER_COMMANDS.compare:
              return compare(services, uriOf(first), second);
            case SERVER_COMMANDS.checkQuote:
              return checkQuote(services, uriOf(first), second, third, inner);
            case SERVER_COMMANDS.applyEdit:
              return applyEdit(services, isRecord(first) ? first : null);
            case SERVER_COMMANDS.ignore:
              return ignore(services, first);
            default:
              throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
          }
        },
      )(params, token),
    );
  },
};
