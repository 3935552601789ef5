// workerd and browsers know Uint8Array's hex and base64 methods, which shared code uses; Node has
// them from version 25 on. Import this first in what Node runs; delete it with Node 24.
Uint8Array.prototype.toHex ??= function toHex() {
  return Buffer.from(this).toString('hex');
};
Uint8Array.fromHex ??= (text) => new Uint8Array(Buffer.from(text, 'hex'));
Uint8Array.prototype.toBase64 ??= function toBase64(options) {
  const text = Buffer.from(this).toString(options?.alphabet ?? 'base64');
  return options?.omitPadding ? text.replace(/=+$/, '') : text;
};
Uint8Array.fromBase64 ??= (text, options) =>
  new Uint8Array(Buffer.from(text, options?.alphabet ?? 'base64'));
