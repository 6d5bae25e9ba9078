/**
 * How V8 is set for a server that lives beside an editor. Lets the heap grow by steps, since the workspace index is
 * long-lived and everything else is gone after each article. Compiles regular expressions straight to machine code. The engine has many that are used on the first article, and
 * V8's interpreter for them costs a first annotation more than it saves. To be imported before the engine.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--no-regexp-tier-up');
setFlagsFromString('--heap-growing-percent=30');
