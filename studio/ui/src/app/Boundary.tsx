import { Component, type ReactNode } from 'react';
import { Problem } from '@/api/problem';
import { ErrorState } from '@/kit';

/** Keeps the frame standing when a page breaks. Give it a `key` that changes with the page. */
export class Boundary extends Component<{ children: ReactNode }, { thrown: unknown }> {
  override state = { thrown: null as unknown };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown };
  }

  override render() {
    if (!this.state.thrown) return this.props.children;
    return <ErrorState problem={Problem.of(this.state.thrown)} onRetry={() => this.setState({ thrown: null })} />;
  }
}
