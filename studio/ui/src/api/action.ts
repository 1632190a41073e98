import { useCallback, useState } from 'react';
import { Problem } from './problem';

/** Something that is done when somebody asks for it: whether it is being done, and what has gone wrong. */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(Problem.of(thrown));
    } finally {
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setProblem(null), []);
  return { busy, problem, act, forget };
}
