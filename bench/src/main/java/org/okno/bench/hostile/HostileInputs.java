package org.okno.bench.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Hostile requests as the bytes of HTTP/1.1; the same number is the same input of a seed. */
final class HostileInputs {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO");
  private static final List<String> MEDIA_TYPES =
      List.of("", "text/plain", "application/xml", "application/json;charset=x", "a/b/c", "*/*");

  private static final List<String> AUTHORIZATIONS =
      List.of(
          "Bearer",
          "Bearer ",
          "Bearer x",
          "Bearer a.b.c",
          "Bearer eyJhbGciOiJub25lIn0.e30.",
          "Basic Og==",
          "Basic",
          "Negotiate x",
          "Bearer " + "x".repeat(20_000));

  private static final String HEAD = "HEAD ";

  private final long seed;
  private final List<Endpoint> endpoints;
  private final Map<String, Values> values;
  private final String authorization;

  /**
   * @param endpoints at least one
   * @param values by service
   * @param authorization the header of somebody who may do everything
   */
  HostileInputs(
      long seed, List<Endpoint> endpoints, Map<String, Values> values, String authorization) {
    this.seed = seed;
    this.endpoints = List.copyOf(endpoints);
    this.values = Map.copyOf(values);
    this.authorization = authorization;
  }

  /**
   * @param number also says which endpoint: all in turn
   */
  Input of(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Endpoint endpoint = endpoints.get(number % endpoints.size());
    Values ofService = values.get(endpoint.service());
    if (ofService == null) {
      throw new IllegalArgumentException("no values for " + endpoint.service());
    }
    byte[] body = body(endpoint, ofService, random);
    byte[] head = head(endpoint, ofService, body, random).getBytes(ISO_8859_1);
    if (random.nextInt(8) == 0) {
      head = Damage.of(head, random);
    }
    return new Input(number, endpoint, joined(head, body));
  }

  /** A request and what it is for. */
  record Input(int number, Endpoint endpoint, byte[] bytes) {

    /** Whether the response has no body, whatever it is (RFC 9110, 9.3.2). */
    boolean isHead() {
      return new String(bytes, 0, Math.min(bytes.length, HEAD.length()), ISO_8859_1).equals(HEAD);
    }
  }

  private static byte[] body(Endpoint endpoint, Values values, SplittableRandom random) {
    if (endpoint.mediaType() == null) {
      return random.nextInt(20) == 0 ? "{}".getBytes(UTF_8) : new byte[0];
    }
    StringBuilder text = new StringBuilder(values.json(endpoint.body(), random));
    if (endpoint.mediaType().contains("ndjson")) {
      for (int rows = random.nextInt(4); rows > 0; rows--) {
        text.append('\n').append(values.json(endpoint.body(), random));
      }
    }
    byte[] body = text.toString().getBytes(UTF_8);
    return random.nextInt(4) == 0 ? Damage.of(body, random) : body;
  }

  private String head(Endpoint endpoint, Values values, byte[] body, SplittableRandom random) {
    String method = random.nextInt(30) == 0 ? pick(METHODS, random) : endpoint.method();
    StringBuilder head = new StringBuilder(method);
    head.append(' ').append(target(endpoint, values, random)).append(" HTTP/1.1\r\n");
    if (random.nextInt(40) != 0) {
      head.append("Host: 127.0.0.1\r\n");
    }
    head.append("Connection: close\r\n");
    String authorized = authorization(random);
    if (!authorized.isEmpty()) {
      head.append("Authorization: ").append(authorized).append("\r\n");
    }
    for (Endpoint.Parameter parameter : endpoint.parameters()) {
      if (parameter.in().equals("header") && random.nextBoolean()) {
        String value = header(values.text(parameter.name(), parameter.schema(), random));
        head.append(parameter.name()).append(": ").append(value).append("\r\n");
      }
    }
    if (random.nextInt(10) == 0) {
      head.append("Accept: ").append(pick(MEDIA_TYPES, random)).append("\r\n");
    }
    if (endpoint.mediaType() != null) {
      String type = random.nextInt(15) == 0 ? pick(MEDIA_TYPES, random) : endpoint.mediaType();
      head.append("Content-Type: ").append(type).append("\r\n");
    }
    if (body.length > 0 || endpoint.mediaType() != null) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  /** Mostly valid, so that inputs get past it. */
  private String authorization(SplittableRandom random) {
    return switch (random.nextInt(40)) {
      case 0 -> "";
      case 1 -> pick(AUTHORIZATIONS, random);
      case 2 ->
          new String(Damage.of(authorization.getBytes(ISO_8859_1), random), ISO_8859_1)
              .replaceAll("[\r\n\0]", "");
      default -> authorization;
    };
  }

  private static String target(Endpoint endpoint, Values values, SplittableRandom random) {
    String path = endpoint.path();
    StringJoiner query = new StringJoiner("&");
    for (Endpoint.Parameter parameter : endpoint.parameters()) {
      String value = values.text(parameter.name(), parameter.schema(), random);
      String encoded = random.nextInt(20) == 0 ? header(value).replace(' ', '+') : encoded(value);
      if (parameter.in().equals("path")) {
        path = path.replace("{" + parameter.name() + "}", encoded);
      } else if (parameter.in().equals("query") && random.nextInt(3) == 0) {
        query.add(parameter.name() + "=" + encoded);
      }
    }
    if (random.nextInt(20) == 0) {
      query.add(encoded(values.text("", MissingNode.getInstance(), random)) + "=1");
    }
    String target = query.length() == 0 ? path : path + "?" + query;
    return random.nextInt(30) == 0 ? target + "/" + random.nextInt() : target;
  }

  /** As UTF-8; a lone surrogate as its three bytes would be, replaced by the encoder. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /** Without line breaks: those would only end the header. */
  private static String header(String value) {
    return new String(value.getBytes(UTF_8), ISO_8859_1).replaceAll("[\r\n]", "");
  }

  private static byte[] joined(byte[] head, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + body.length);
    all.writeBytes(head);
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static String pick(List<String> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
