package org.okno.testkit;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a service makes of callers whom it cannot know. */
public final class Refusals {
  /** What each of them must get. */
  public static final String EXPECTED = "401 Bearer application/problem+json";

  private Refusals() {}

  /** Status, challenge and media type of the response to each token that is not valid. */
  public static Map<String, String> of(Tokens tokens, String path) {
    Map<String, String> responses = new LinkedHashMap<>();
    tokens.refused().forEach((wrong, token) -> responses.put(wrong, get(path, "Bearer " + token)));
    responses.put("none", get(path, ""));
    responses.put("another scheme", get(path, "Basic eDp5"));
    return responses;
  }

  private static String get(String path, String authorization) {
    Response response = RestAssured.given().header("Authorization", authorization).get(path);
    return "%d %s %s"
        .formatted(
            response.statusCode(), response.header("WWW-Authenticate"), response.contentType())
        .replaceFirst(";.*", "");
  }
}
