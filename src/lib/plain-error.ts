/** An error for whoever builds: its text says what to mend, and no stack trace is printed below it. */
export class PlainError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlainError';
    // Astro prints the stack that it finds
    this.stack = '';
  }
}
