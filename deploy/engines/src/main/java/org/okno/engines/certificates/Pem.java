package org.okno.engines.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.Key;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** The text form of keys and certificates (RFC 7468). */
final class Pem {

  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

  private Pem() {}

  static String of(X509Certificate certificate) throws CertificateEncodingException {
    return of("CERTIFICATE", certificate.getEncoded());
  }

  static String of(String label, Key key) {
    return of(label, key.getEncoded());
  }

  private static String of(String label, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, LINES.encodeToString(content), label);
  }
}
