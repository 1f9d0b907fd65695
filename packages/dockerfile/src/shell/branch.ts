/** A place of a script from where it goes one of several ways. */
export interface Fork {
  arms: number;
  /** It may go on without taking any of them: an `if` without `else`. */
  mayPass: boolean;
  /** How many ways go on behind it, the one that takes none of them counted. */
  open: number;
}

/** One way of a fork, and the way that the fork itself stands in. Commands of one way share the object. */
export interface Branch {
  fork: Fork;
  arm: number;
  /** It ends with `exit`: nothing that it leaves behind goes on. */
  ends: boolean;
  within: Branch | undefined;
  depth: number;
}

/** Whether the script may go on without having gone this way: another way goes on too. */
export function isAvoidable(branch: Branch | undefined): boolean {
  for (let link = branch; link; link = link.within) if (link.fork.open > 1 || link.ends) return true;
  return false;
}

/** What somebody who follows commands keeps of each way. */
export interface Ways<State> {
  save(): State;
  restore(state: State): void;
  /** `ends`: what each way that goes on leaves behind, what was before among them where no way need be taken. */
  join(ends: readonly State[], before: State): void;
}

interface Frame<State> {
  branch: Branch;
  before: State;
  ends: State[];
  seen: number;
}

/** Follows commands in the order written, each way of a fork from what was before the fork, and joins the ways behind it. */
export class BranchWalker<State> {
  private readonly ways: Ways<State>;
  private readonly open: Frame<State>[] = [];

  constructor(ways: Ways<State>) {
    this.ways = ways;
  }

  /** Goes to the place of the next command; undefined: behind all forks. */
  enter(branch: Branch | undefined): void {
    const { open, ways } = this;
    if (open.at(-1)?.branch === branch) return;
    const inner: Branch[] = [];
    let link = branch;
    while (link && link.depth > open.length) {
      inner.push(link);
      link = link.within;
    }
    while (open.length > (link?.depth ?? 0)) this.leave();
    for (let frame = open.at(-1); frame && link && frame.branch !== link; frame = open.at(-1)) {
      if (frame.branch.fork === link.fork) {
        this.endArm(frame);
        ways.restore(frame.before);
        frame.branch = link;
        frame.seen += 1;
        break;
      }
      this.leave();
      inner.push(link);
      link = link.within;
    }
    for (const one of inner.reverse()) open.push({ branch: one, before: ways.save(), ends: [], seen: 1 });
  }

  private leave(): void {
    const frame = this.open.pop();
    if (frame === undefined) return;
    this.endArm(frame);
    const { fork } = frame.branch;
    if (fork.mayPass || frame.seen < fork.arms) frame.ends.push(frame.before);
    if (frame.ends.length > 0) this.ways.join(frame.ends, frame.before);
    else this.ways.restore(frame.before);
  }

  private endArm({ branch, ends }: Frame<State>): void {
    if (!branch.ends) ends.push(this.ways.save());
  }
}
