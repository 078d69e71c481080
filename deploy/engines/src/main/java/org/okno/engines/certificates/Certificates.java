package org.okno.engines.certificates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.okno.engines.EngineException;
import org.okno.engines.OwnerOnlyFile;

/**
 * The certificate that the engines of a stack show, and the authority that its clients trust for
 * it; PEM files in the data folder.
 *
 * <p>The authority's key is never stored: it signs one certificate and is forgotten, so nobody can
 * sign another one. A certificate that comes near its end is therefore replaced with its authority,
 * before any part starts.
 */
public final class Certificates {

  /** Longer than a stack runs, and valid for a client whose clock is a year ahead. */
  private static final Duration VALIDITY = Duration.ofDays(1100);

  private static final Duration RENEWED_BEFORE = Duration.ofDays(400);

  private final Path folder;
  private final Clock clock;

  public Certificates(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The certificate of the authority, for clients. */
  public Path authority() {
    return folder.resolve("authority.pem");
  }

  /** The engines' key and certificate; only its owner can read it. */
  public Path server() {
    return folder.resolve("server.pem");
  }

  /** Creates what is missing or near its end. To be called before any part starts. */
  public void renew() {
    Instant now = clock.instant();
    if (isValidAt(now.plus(RENEWED_BEFORE))) {
      return;
    }
    try {
      KeyPair authority = newKey();
      KeyPair server = newKey();
      CertificateIssuer issuer =
          new CertificateIssuer(authority.getPrivate(), now, now.plus(VALIDITY));
      OwnerOnlyFile.write(
          server(),
          Pem.of("PRIVATE KEY", server.getPrivate()) + Pem.of(issuer.ofServer(server.getPublic())));
      OwnerOnlyFile.write(authority(), Pem.of(issuer.ofAuthority(authority.getPublic())));
    } catch (GeneralSecurityException e) {
      throw new EngineException("Cannot create certificates in " + folder, e);
    }
  }

  private boolean isValidAt(Instant time) {
    return Files.exists(server())
        && Files.exists(authority())
        && read(authority()).getNotAfter().toInstant().isAfter(time);
  }

  private static X509Certificate read(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
    } catch (CertificateException e) {
      throw new EngineException(
          file + " holds no certificate. Delete it: a new one is created.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
