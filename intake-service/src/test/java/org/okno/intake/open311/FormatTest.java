package org.okno.intake.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void shouldWriteXmlWithoutNamespaceAndNameElementsOfContainers() throws JsonProcessingException {
    assertThat(
            Format.XML.write(
                "services", json("[{\"service_code\":\"a\",\"metadata\":true,\"group\":null}]")))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><services><service><service_code>a"
                + "</service_code><metadata>true</metadata><group></group></service></services>");
  }

  @Test
  void shouldEscapeWhatXmlCannotHold() throws JsonProcessingException {
    assertThat(Format.XML.write("errors", json("[{\"description\":\"<&\\u0000\\u000b]]>\"}]")))
        .contains("<error><description>&lt;&amp;\uFFFD\uFFFD]]&gt;</description></error>");
  }

  @Test
  void shouldWriteAContainerAsAnArrayInJson() throws JsonProcessingException {
    JsonNode one = json("[{\"code\":404}]");

    assertThat(json(Format.JSON.write("errors", one))).isEqualTo(one);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new JsonMapper().readTree(text);
  }
}
