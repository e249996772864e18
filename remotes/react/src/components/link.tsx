import { opensHere } from '@jetbridge/schema';
import type { ComponentProps, MouseEvent } from 'react';
import { useApp } from '../use-context.ts';

type Props = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & { to: string; current?: boolean; kind?: 'primary' | 'quiet' };

/** A real link that the remote follows by itself on a plain click. */
export function Link({ to, current, kind, ...rest }: Props) {
  const { nav } = useApp();
  function follow(event: MouseEvent) {
    if (!opensHere(event)) return;
    event.preventDefault();
    nav.navigate(to);
  }
  return <a {...rest} href={nav.href(to)} data-kind={kind} aria-current={current ? 'page' : undefined} onClick={follow} />;
}
