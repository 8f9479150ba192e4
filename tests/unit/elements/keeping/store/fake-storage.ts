/** A storage in memory that can fail as browsers do. */
export class FakeStorage implements Storage {
  readonly texts = new Map<string, string>();
  /** asked before each operation; what it throws, the operation throws */
  before: (operation: 'get' | 'set' | 'remove' | 'key', key: string) => void = () => {};
  /** the most characters of all keys and texts together */
  room = Number.POSITIVE_INFINITY;

  get length(): number {
    this.before('key', '');
    return this.texts.size;
  }

  key(place: number): string | null {
    this.before('key', '');
    return [...this.texts.keys()][place] ?? null;
  }

  getItem(key: string): string | null {
    this.before('get', key);
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    this.before('set', key);
    const others = [...this.texts].filter(([other]) => other !== key).reduce((sum, [other, kept]) => sum + other.length + kept.length, 0);
    if (others + key.length + text.length > this.room) throw full();
    this.texts.set(key, text);
  }

  removeItem(key: string): void {
    this.before('remove', key);
    this.texts.delete(key);
  }

  clear(): void {
    this.texts.clear();
  }
}

export const full = (): DOMException => new DOMException('No room left.', 'QuotaExceededError');
export const denied = (): DOMException => new DOMException('Not allowed.', 'SecurityError');
