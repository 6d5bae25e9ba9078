/** Mocha's browser build, which sets the global `mocha`. */
declare module 'mocha/mocha.js';
