import { Search, X } from 'lucide-react';
import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes } from 'react';
import { classes } from './classes';

/** A field of one line. */
export function TextField({ className, ...rest }: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return <input type="text" spellCheck={false} autoComplete="off" {...rest} className={classes('field min-w-0', className)} />;
}

/** A field to search with, which Escape empties. */
export function SearchField({ value, onChange, label, placeholder, className, ref }: {
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}) {
  return (
    <div className={classes('relative min-w-0', className)}>
      <Search size={14} className="absolute top-[7px] left-2 text-faint" aria-hidden />
      <input
        ref={ref}
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.stopPropagation();
            onChange('');
          }
        }}
        className="field w-full pr-7 pl-7"
      />
      {value && (
        <button type="button" aria-label="Clear search" onClick={() => onChange('')} className="absolute top-1 right-1 flex size-5 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink">
          <X size={12} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** One of a few. */
export function Select({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement> & { children: ReactNode }) {
  return (
    <select {...rest} className={classes('field min-w-0 pr-1', className)}>
      {children}
    </select>
  );
}

/** Something that is on or off. */
export function Checkbox({ label, checked, onChange, disabled, hideLabel, className, mixed }: {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  hideLabel?: boolean;
  className?: string;
  mixed?: boolean;
}) {
  return (
    <label className={classes('inline-flex items-center gap-2 text-sm select-none', disabled && 'opacity-55', className)}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        ref={(box) => {
          if (box) box.indeterminate = !!mixed;
        }}
        onChange={(event) => onChange(event.target.checked)}
        aria-label={hideLabel && typeof label === 'string' ? label : undefined}
        className="size-3.5 shrink-0 accent-(--color-accent)"
      />
      {!hideLabel && label}
    </label>
  );
}
