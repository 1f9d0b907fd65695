/** What `read` says of a thing, read when somebody asks for the first time and kept as long as the thing is. */
export function onceFor<Thing extends WeakKey, Answer>(
  read: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const answers = new WeakMap<Thing, { answer: Answer }>();
  return (thing) => {
    const known = answers.get(thing) ?? { answer: read(thing) };
    answers.set(thing, known);
    return known.answer;
  };
}
