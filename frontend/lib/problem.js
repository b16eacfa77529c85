/** @typedef {{ pointer?: string, code?: string, message: string }} FieldError */

/** The server's own refusal: RFC 9457 `application/problem+json` with Linli's stable `code`. */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{ code: string, title?: string, detail?: string, request_id?: string, errors?: FieldError[] }} body
   * @param {number | null} [retryAfterMs]
   */
  constructor(status, body, retryAfterMs = null) {
    super(body.detail || body.title || body.code);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.requestId = body.request_id ?? '';
    this.errors = body.errors ?? [];
    this.retryAfterMs = retryAfterMs;
  }

  /** What is kept with a refused item: plain data, so that it survives in the database. */
  record() {
    const { status, code, title, detail, requestId, errors } = this;
    return { status, code, title, detail, request_id: requestId, errors };
  }
}

/**
 * Linli was not heard: no network, no answer in time, or an answer that is not Linli's
 * (a captive portal's page, a redirect, a proxy's error). Says nothing about what was sent.
 */
export class NotReached extends Error {
  /**
   * @param {'offline' | 'timeout' | 'not_linli'} reason
   * @param {number} [status] of the stranger's answer, 0 without one
   */
  constructor(reason, status = 0) {
    super(reason);
    this.name = 'NotReached';
    this.reason = reason;
    this.status = status;
  }
}
