package org.okno.intake.acceptance;

import java.io.IOException;
import java.io.InputStream;
import org.okno.http.Problem;
import org.okno.http.ProblemException;

/** The body of a request, bounded whether or not its length was announced. */
final class BoundedBody {
  /** Most bytes of one questionnaire: 1 MiB. */
  static final int LIMIT = 1 << 20;

  /** How much of a body that is too large is still read, so that the caller sees the answer. */
  private static final long PATIENCE = 32L << 20;

  private BoundedBody() {}

  /**
   * All of it.
   *
   * @throws ProblemException 413 where it is longer than {@value #LIMIT} bytes
   */
  static byte[] read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(LIMIT + 1);
    if (body.length <= LIMIT) {
      return body;
    }
    // A caller that is still sending reads no answer: it would see a broken connection instead.
    in.skip(PATIENCE);
    throw tooLarge();
  }

  static ProblemException tooLarge() {
    return Problem.of(
            413, "too-large", "The questionnaire is too large", "Send at most " + LIMIT + " bytes.")
        .asException();
  }
}
