/** Features of many sequences in two flat arrays: row numbers, and where each token's begin. */
export interface FeatureStore {
  ids: Int32Array;
  used: number;
  readonly pointers: number[];
}

/** An empty store. */
export function featureStore(capacity = 1 << 22): FeatureStore {
  return { ids: new Int32Array(capacity), used: 0, pointers: [0] };
}

/** Appends one token's features. */
export function addFeatures(store: FeatureStore, features: Int32Array, n: number): void {
  if (store.used + n > store.ids.length) {
    const larger = new Int32Array(store.ids.length * 2);
    larger.set(store.ids);
    store.ids = larger;
  }
  store.ids.set(features.subarray(0, n), store.used);
  store.used += n;
  store.pointers.push(store.used);
}

/** Number of tokens in the store. */
export function tokenCount(store: FeatureStore): number {
  return store.pointers.length - 1;
}
