/** What can go wrong on the way to an answer; the message is for readers. */

/** A file of the index did not arrive or is not what the archive wrote. Worth a second try. */
export class LoadError extends Error {
  constructor(address, cause) {
    super(`没能取得检索数据（${address}），请检查网络后重试`);
    this.name = "LoadError";
    this.address = address;
    this.cause = cause;
  }
}

/** A file's bytes do not follow the format. */
export class FormatError extends Error {
  constructor(what) {
    super(`检索数据有误：${what}`);
    this.name = "FormatError";
  }
}
