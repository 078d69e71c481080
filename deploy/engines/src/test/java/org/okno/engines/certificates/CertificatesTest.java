package org.okno.engines.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  @Test
  void shouldSignTheServerByTheAuthority() throws Exception {
    Certificates certificates = at(NOW);
    certificates.renew();

    read(certificates.server()).verify(read(certificates.authority()).getPublicKey());
  }

  @Test
  void shouldLetOnlyTheOwnerReadTheKey() throws IOException {
    Certificates certificates = at(NOW);
    certificates.renew();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates.server())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(certificates.authority())).doesNotContain("PRIVATE KEY");
  }

  @Test
  void shouldKeepACertificateUntilItsLastYear() throws IOException {
    at(NOW).renew();
    String first = Files.readString(at(NOW).server());

    at(NOW.plus(Duration.ofDays(690))).renew();
    assertThat(at(NOW).server()).hasContent(first);

    at(NOW.plus(Duration.ofDays(710))).renew();
    assertThat(Files.readString(at(NOW).server())).isNotEqualTo(first);
  }

  private Certificates at(Instant time) {
    return new Certificates(folder, Clock.fixed(time, ZoneOffset.UTC));
  }

  private static Certificate read(Path file) throws Exception {
    String pem = Files.readString(file);
    String certificate = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(certificate.getBytes(US_ASCII)));
  }
}
