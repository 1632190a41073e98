import type { LucideIcon } from 'lucide-react';
import { LoaderCircle } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { classes } from './classes';
import { KeyHint } from './KeyHint';
import { Tooltip } from './Tooltip';

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger';

const tones: Record<ButtonTone, string> = {
  plain: 'border-line-strong bg-surface text-ink hover:bg-hover active:bg-pressed',
  primary: 'border-transparent bg-accent-solid text-on-accent hover:bg-accent-solid-hover',
  quiet: 'border-transparent bg-transparent text-muted hover:bg-hover hover:text-ink active:bg-pressed',
  danger: 'border-transparent bg-danger-solid text-on-danger hover:bg-danger-solid-hover',
};

const common =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border text-sm font-medium whitespace-nowrap ' +
  'select-none transition-colors disabled:opacity-50 disabled:pointer-events-none';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone;
  icon?: LucideIcon;
  /** Shown at the end, like `Mod+Enter`. */
  keys?: string;
  busy?: boolean;
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with a label. */
export function Button({ tone = 'plain', icon: Icon, keys, busy, small, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classes(common, tones[tone], small ? 'h-6 px-2' : 'h-7 px-2.5', className)}
    >
      {busy ? <LoaderCircle size={14} className="animate-spin" aria-hidden /> : Icon && <Icon size={14} aria-hidden />}
      {children}
      {keys && <KeyHint keys={keys} className="ml-1 opacity-90 max-sm:hidden" bare />}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: LucideIcon;
  /** The accessible name, shown as a tooltip too. */
  label: string;
  keys?: string;
  tone?: ButtonTone;
  small?: boolean;
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A square button that shows an icon and tells its name in a tooltip. */
export function IconButton({ icon: Icon, label, keys, tone = 'quiet', small, pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys ? { keys } : {})}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={classes(common, tones[tone], small ? 'size-6' : 'size-7', pressed && 'bg-accent-soft text-accent-ink', className)}
      >
        <Icon size={small ? 14 : 16} aria-hidden />
      </button>
    </Tooltip>
  );
}
