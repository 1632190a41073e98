import { Download } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/kit';
import { bytesOf, imageType } from '../literals';
import { bytes } from '@/pages/shared/formats';

const shown = 4096;

/** Bytes in hexadecimal with what they are as text beside, and as the picture that they are. */
export function BytesView({ text, name }: { text: string; name: string }) {
  const content = useMemo(() => bytesOf(text), [text]);
  const picture = content && imageType(content);
  const url = useBlobUrl(content, picture ?? 'application/octet-stream');
  if (!content) return <pre className="font-mono text-xs break-all whitespace-pre-wrap">{text}</pre>;
  return (
    <div className="flex flex-col gap-3">
      {picture && url && (
        <img src={url} alt={`The picture in ${name}`} className="max-h-64 self-start rounded-md border border-line bg-[repeating-conic-gradient(var(--color-sunken)_0_25%,var(--color-surface)_0_50%)] bg-[length:16px_16px] object-contain" />
      )}
      <div className="flex items-center gap-2 text-xs text-muted">
        <span className="flex-1">
          {bytes(content.length)}
          {picture && `, ${picture}`}
        </span>
        {url && (
          <a href={url} download={`${name}.bin`} className="contents">
            <Button small icon={Download} tabIndex={-1}>
              Save
            </Button>
          </a>
        )}
      </div>
      <pre tabIndex={0} aria-label="Hexadecimal" className="max-h-80 overflow-auto rounded-md border border-line bg-sunken p-2 font-mono text-xs leading-4">
        {hexLines(content.subarray(0, shown))}
        {content.length > shown && `\n… ${bytes(content.length - shown)} more`}
      </pre>
    </div>
  );
}

function hexLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += 8) {
    const line = [...bytes.subarray(start, start + 8)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = line.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${start.toString(16).padStart(6, '0')}  ${hex.padEnd(23)}  ${text}`);
  }
  return lines.join('\n');
}

function useBlobUrl(bytes: Uint8Array | null, type: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return url;
}
