package io.ttquant.exchanges.emulator.okx;

/** An error as OKX tells it. */
final class OkxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;
    final String code;
    final String text;

    OkxError(int status, String code, String text) {
        super(code + " " + text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
    }

    static OkxError of(String code, String text) {
        return new OkxError(200, code, text);
    }

    static OkxError unauthorized(String code, String text) {
        return new OkxError(401, code, text);
    }

    static OkxError parameter(String name) {
        return new OkxError(400, "51000", "Parameter " + name + " error");
    }

    static OkxError missing(String name) {
        return new OkxError(400, "50014", "Parameter " + name + " can not be empty.");
    }

    static OkxError instrument() {
        return of("51001", "Instrument ID, Instrument ID code or Spread ID doesn't exist.");
    }
}
