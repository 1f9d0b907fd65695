/** What a script has set. `age`: of the values that were set before the last unknown script, nothing is known any more. */
interface Entry {
  value: string | undefined;
  age: number;
}

/** Gives the value of a variable that the script did not set itself; undefined where it is not known. */
type Outer = (name: string) => string | undefined;

/**
 * The variables of a script along its ways: each way of an `if` starts from what was before it, and behind it a value is known
 * only where all ways agree. Changes are kept in a list and taken back from its end, so that no way costs a copy.
 */
export class ScriptValues {
  private readonly outer: Outer;
  private readonly entries = new Map<string, Entry>();
  private readonly trail: { name: string; before: Entry | undefined }[] = [];
  /** Set in functions, which may be called anywhere: never known. */
  private readonly anywhere = new Set<string>();
  private age = 0;
  private ages = 0;
  private hidesOuter = false;
  private inUnfollowed = false;

  constructor(outer: Outer) {
    this.outer = outer;
  }

  /** Undefined where the value is not known. */
  readonly get = (name: string): string | undefined => {
    if (this.anywhere.has(name)) return undefined;
    const entry = this.entries.get(name);
    if (entry) return entry.age === this.age ? entry.value : undefined;
    return this.hidesOuter ? undefined : this.outer(name);
  };

  set(name: string, value: string | undefined): void {
    if (this.inUnfollowed) this.anywhere.add(name);
    else this.put(name, { value, age: this.age });
  }

  /** A script that nobody can read was run here: it may have set anything. */
  forgetAll(): void {
    this.age = ++this.ages;
    this.hidesOuter = true;
  }

  /** A subshell: what it sets stays inside. */
  isolated(run: () => void): void {
    const { age, hidesOuter } = this;
    const start = this.trail.length;
    run();
    this.take(start);
    this.age = age;
    this.hidesOuter = hidesOuter;
  }

  /** The body of a function. What was set outside may be something else when it is called. */
  inFunction(run: () => void): void {
    const { age, hidesOuter } = this;
    const start = this.trail.length;
    this.age = ++this.ages;
    run();
    for (const name of this.take(start).keys()) this.anywhere.add(name);
    this.age = age;
    this.hidesOuter = hidesOuter;
  }

  /** Nested too deeply to be followed: what is set inside is not known from here on. */
  unfollowed(run: () => void): void {
    const before = this.inUnfollowed;
    this.inUnfollowed = true;
    run();
    this.inUnfollowed = before;
  }

  /** One of several ways, or none of them where `mayPass`. A way that ends leaves nothing behind. */
  fork(mayPass: boolean, arms: readonly { ends: boolean; run: () => void }[]): void {
    const start = this.trail.length;
    let left: Map<string, (string | undefined)[]> | undefined;
    let open = mayPass ? 1 : 0;
    for (const { ends, run } of arms) {
      run();
      const changed = this.take(start);
      if (ends) continue;
      open += 1;
      for (const [name, value] of changed) {
        left ??= new Map();
        const known = left.get(name);
        if (known) known.push(value);
        else left.set(name, [value]);
      }
    }
    for (const [name, values] of left ?? []) {
      if (values.length < open) values.push(this.get(name));
      const [first] = values;
      this.set(name, values.every((value) => value === first) ? first : undefined);
    }
  }

  /** Follows a list of `&&` and `||`. */
  chain(): ValueChain {
    return new ValueChain(this);
  }

  mark(): number {
    return this.trail.length;
  }

  /** The names that were set since then. */
  namesSince(mark: number): string[] {
    return this.trail.slice(mark).map(({ name }) => name);
  }

  /** Takes back what was set since then, and gives it. */
  take(mark: number): ReadonlyMap<string, string | undefined> {
    if (this.trail.length === mark) return nothing;
    const changed = new Map<string, string | undefined>();
    for (let index = this.trail.length - 1; index >= mark; index--) {
      const { name } = this.trail[index] as { name: string };
      if (!changed.has(name)) changed.set(name, this.get(name));
    }
    while (this.trail.length > mark) {
      const { name, before } = this.trail.pop() as { name: string; before: Entry | undefined };
      if (before) this.entries.set(name, before);
      else this.entries.delete(name);
    }
    return changed;
  }

  private put(name: string, entry: Entry): void {
    this.trail.push({ name, before: this.entries.get(name) });
    this.entries.set(name, entry);
  }
}

const nothing: ReadonlyMap<string, undefined> = new Map();

/** What a list of `&&` and `||` leaves: whatever stands behind a command that may fail need not have happened. */
class ValueChain {
  private readonly values: ScriptValues;
  /** From where on something may not have happened; undefined where nothing failed so far. */
  private start: number | undefined;
  /** Names from before `start` of which the same is true. */
  private doubtful: string[] = [];

  constructor(values: ScriptValues) {
    this.values = values;
  }

  /** The first command, and those behind `&&`. */
  next(canFail: boolean, run: () => void): void {
    if (canFail) this.start ??= this.values.mark();
    run();
  }

  /** Behind `||`. */
  otherwise(ends: boolean, canFail: boolean, run: () => void): void {
    const { values } = this;
    if (this.start === undefined) {
      values.isolated(run);
      return;
    }
    const doubtful = this.inDoubt();
    const mark = values.mark();
    for (const name of doubtful) values.set(name, undefined);
    run();
    const left = values.take(mark);
    this.start = undefined;
    this.doubtful = [];
    if (ends) return;
    for (const [name, value] of left) {
      if (values.get(name) !== value) values.set(name, undefined);
      else if (value !== undefined) this.doubtful.push(name);
    }
    // Where the last way out cannot fail, the list as a whole cannot.
    if (canFail) this.start = values.mark();
    else this.doubtful = [];
  }

  close(): void {
    for (const name of this.inDoubt()) this.values.set(name, undefined);
  }

  private inDoubt(): Set<string> {
    const recent = this.start === undefined ? [] : this.values.namesSince(this.start);
    return new Set([...this.doubtful, ...recent].filter((name) => this.values.get(name) !== undefined));
  }
}
