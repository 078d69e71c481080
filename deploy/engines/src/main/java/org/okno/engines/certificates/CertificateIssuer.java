package org.okno.engines.certificates;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that issues certificates.
 *
 * @param key of the authority
 */
record CertificateIssuer(PrivateKey key, Instant from, Instant until) {

  private static final X500Name AUTHORITY = new X500Name("CN=Okno's local authority");
  private static final X500Name SERVER = new X500Name("CN=127.0.0.1");

  /** For a client whose clock is behind. */
  private static final Duration EARLIER = Duration.ofDays(1);

  X509Certificate ofAuthority(PublicKey subject) throws GeneralSecurityException {
    return sign(
        builder(AUTHORITY, subject), new BasicConstraints(0), new KeyUsage(KeyUsage.keyCertSign));
  }

  /** Of a server on this machine. */
  X509Certificate ofServer(PublicKey subject) throws GeneralSecurityException {
    GeneralName[] names = {
      new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
      new GeneralName(GeneralName.dNSName, "localhost")
    };
    try {
      X509v3CertificateBuilder builder =
          builder(SERVER, subject)
              .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      return sign(builder, new BasicConstraints(false), new KeyUsage(KeyUsage.digitalSignature));
    } catch (CertIOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private X509v3CertificateBuilder builder(X500Name name, PublicKey subject) {
    return new JcaX509v3CertificateBuilder(
        AUTHORITY,
        new BigInteger(64, new SecureRandom()),
        Date.from(from.minus(EARLIER)),
        Date.from(until),
        name,
        subject);
  }

  private X509Certificate sign(
      X509v3CertificateBuilder builder, BasicConstraints constraints, KeyUsage usage)
      throws GeneralSecurityException {
    try {
      builder.addExtension(Extension.basicConstraints, true, constraints);
      builder.addExtension(Extension.keyUsage, true, usage);
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (CertIOException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
