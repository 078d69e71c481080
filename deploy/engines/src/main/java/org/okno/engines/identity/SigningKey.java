package org.okno.engines.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.okno.engines.EngineException;
import org.okno.engines.NewSecret;
import org.okno.engines.OwnerOnlyFile;

/** The key pair that signs tokens (RS256), in a file that only its owner can read. */
final class SigningKey {

  private static final int BITS = 2048;

  private final RsaJsonWebKey key;

  private SigningKey(RsaJsonWebKey key) {
    this.key = key;
  }

  /** Reads the key of a file, or creates both. */
  static SigningKey in(Path file) {
    try {
      if (!Files.exists(file)) {
        RsaJsonWebKey created = RsaJwkGenerator.generateJwk(BITS);
        created.setKeyId(NewSecret.random());
        created.setUse(Use.SIGNATURE);
        created.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        OwnerOnlyFile.write(file, created.toJson(OutputControlLevel.INCLUDE_PRIVATE));
      }
      String json = Files.readString(file);
      return new SigningKey((RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(json));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (JoseException e) {
      throw new EngineException(
          file + " holds no signing key. Delete it: a new one is created.", e);
    }
  }

  /** The token that says this. */
  String sign(JwtClaims claims) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setKey(key.getPrivateKey());
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    token.setHeader("typ", "JWT");
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new EngineException("Cannot sign a token", e);
    }
  }

  /** The public key as a JSON Web Key Set. */
  String publicKeys() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }
}
