import { encode } from 'uqr';

/** A QR code of the address, dark on light in both colour schemes: scanners need it so. */
export function QrCode(props: { address: string; label: string; size?: number }) {
  const { data, size } = encode(props.address, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      width={props.size ?? 192}
      height={props.size ?? 192}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
