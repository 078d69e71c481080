package org.okno.intake.open311;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.okno.messaging.Json;

/**
 * A format of GeoReport, chosen by the suffix of the path. A document is one tree; in JSON by the
 * Spark convention, where a container of many is an array.
 */
enum Format {
  XML("text/xml"),
  JSON("application/json");

  /** What an element of a container is called in XML. */
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "services", "service",
          "attributes", "attribute",
          "values", "value",
          "service_requests", "request",
          "service_request_updates", "request_update",
          "errors", "error",
          "endpoints", "endpoint",
          "formats", "format");

  private static final Pattern NO_XML =
      Pattern.compile(
          "[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format of a path; XML, which is mandatory, where its suffix says none. */
  static Format ofPath(String path) {
    return path.endsWith(".json") ? JSON : XML;
  }

  String mediaType() {
    return mediaType;
  }

  /** A response with a document. */
  Response response(int status, String root, JsonNode document) {
    return Response.status(status).type(type()).entity(write(root, document)).build();
  }

  MediaType type() {
    return MediaType.valueOf(mediaType).withCharset("utf-8");
  }

  /**
   * A document as text.
   *
   * @param root name of its outermost element, which JSON leaves out
   */
  String write(String root, JsonNode document) {
    return switch (this) {
      case JSON -> Json.write(document);
      case XML -> xml(root, document);
    };
  }

  private static String xml(String root, JsonNode document) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
      write(xml, root, document);
      xml.close();
      return DECLARATION + text;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text cannot fail", e);
    }
  }

  private static void write(XMLStreamWriter xml, String name, JsonNode node)
      throws XMLStreamException {
    xml.writeStartElement(name);
    if (node.isArray()) {
      for (JsonNode one : node) {
        write(xml, ELEMENTS.getOrDefault(name, "item"), one);
      }
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> one : node.properties()) {
        write(xml, one.getKey(), one.getValue());
      }
    } else if (!node.isNull()) {
      xml.writeCharacters(NO_XML.matcher(node.asText()).replaceAll("\uFFFD"));
    }
    xml.writeEndElement();
  }
}
