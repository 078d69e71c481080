package org.okno.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The AsyncAPI 3.0 document of all topics: a channel a topic, an operation a producer and topic, a
 * message a type. Made from {@link EventType}, the records and the golden samples.
 */
final class AsyncApi {
  private static final String DEFINITIONS = "#/$defs/";
  private static final String SCHEMAS = "#/components/schemas/";

  private final Schemas schemas;
  private final ObjectNode channels = JsonText.object();
  private final ObjectNode operations = JsonText.object();
  private final ObjectNode messages = JsonText.object();
  private final Map<String, JsonNode> definitions = new TreeMap<>();

  private AsyncApi(Schemas schemas) {
    this.schemas = schemas;
  }

  static ObjectNode document(Schemas schemas) {
    AsyncApi api = new AsyncApi(schemas);
    Arrays.stream(EventType.values()).forEach(api::add);
    return api.document();
  }

  private ObjectNode document() {
    ObjectNode document = JsonText.object().put("asyncapi", "3.0.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Okno events").put("version", Repository.version());
    info.put(
        "description", "What the services of Okno, the single window of help, tell each other.");
    info.putObject("license")
        .put("name", "Apache 2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    document.put("defaultContentType", "application/json");
    document
        .putObject("servers")
        .putObject("local")
        .put("host", "localhost:9092")
        .put("protocol", "kafka")
        .put("description", "The broker that `./okno up` starts.");
    document.set("channels", channels);
    document.set("operations", operations);
    ObjectNode components = document.putObject("components");
    components.set("messages", messages);
    ObjectNode all = components.putObject("schemas");
    all.set("CloudEventHeaders", headers());
    definitions.forEach(all::set);
    return document;
  }

  private void add(EventType type) {
    EventDescription description = EventDescription.of(type, schemas.javadoc());
    String channel = type.topic().substring(type.topic().indexOf('.') + 1);
    messages.set(type.typeName(), message(type, description));
    if (!channels.has(channel)) {
      channels.set(channel, channel(type, description));
    }
    String inChannel = "/channels/" + channel;
    ((ObjectNode) channels.path(channel).path("messages"))
        .set(type.typeName(), ref("/components/messages/" + type.typeName()));
    ObjectNode operation = operations.withObject("/" + type.producer() + "-sends-" + channel);
    operation.put("action", "send").set("channel", ref(inChannel));
    operation.withArray("/messages").add(ref(inChannel + "/messages/" + type.typeName()));
  }

  private static ObjectNode channel(EventType type, EventDescription description) {
    ObjectNode channel = JsonText.object().put("address", type.topic());
    channel.putObject("messages");
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", type.topic());
    if (description.compacted()) {
      kafka.putObject("topicConfiguration").putArray("cleanup.policy").add("compact");
    }
    kafka.put("bindingVersion", "0.5.0");
    return channel;
  }

  private ObjectNode message(EventType type, EventDescription description) {
    ObjectNode message = JsonText.object().put("name", type.typeName());
    message.put("title", type.record().getSimpleName()).put("summary", description.when());
    message.put("contentType", "application/json");
    ObjectNode own = JsonText.object();
    own.putObject("properties").set("ce_type", JsonText.object().put("const", type.typeName()));
    own.withObject("/properties").putObject("ce_source").put("const", type.source().toString());
    message
        .putObject("headers")
        .putArray("allOf")
        .add(ref("/components/schemas/CloudEventHeaders"))
        .add(own);
    message.set("payload", ref("/components/schemas/" + define(type)));
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", description.key());
    kafka.put("bindingVersion", "0.5.0");
    message
        .putArray("examples")
        .addObject()
        .put("name", "golden-sample")
        .set("payload", JsonText.tree(Repository.read(Repository.sample(type))));
    return message;
  }

  private String define(EventType type) {
    ObjectNode schema =
        (ObjectNode) JsonText.tree(schemas.of(type).toString().replace(DEFINITIONS, SCHEMAS));
    schema.remove("$schema");
    schema.remove("$id");
    JsonNode parts = schema.remove("$defs");
    if (parts != null) {
      parts.properties().forEach(part -> define(part.getKey(), part.getValue()));
    }
    return define(type.record().getSimpleName(), schema);
  }

  private String define(String name, JsonNode schema) {
    JsonNode other = definitions.putIfAbsent(name, schema);
    if (other != null && !other.equals(schema)) {
      throw new AssertionError("two records of the contracts have the name " + name);
    }
    return name;
  }

  private static ObjectNode headers() {
    ObjectNode headers = JsonText.object().put("type", "object");
    headers.put("description", "CloudEvents 1.0 in Kafka binary mode.");
    ObjectNode properties = headers.putObject("properties");
    properties.putObject("ce_specversion").put("const", "1.0");
    text(properties, "ce_id", "UUIDv7; the same event always has the same").put("format", "uuid");
    text(properties, "ce_type", "the logical, versioned name of the type");
    text(properties, "ce_source", "the service that tells it").put("format", "uri-reference");
    text(properties, "ce_time", "when it happened, in UTC").put("format", "date-time");
    text(properties, "ce_subject", "equal to the record's key");
    properties.putObject("content-type").put("const", "application/json");
    properties.fieldNames().forEachRemaining(headers.putArray("required")::add);
    return headers;
  }

  private static ObjectNode text(ObjectNode properties, String name, String description) {
    return properties.putObject(name).put("type", "string").put("description", description);
  }

  private static ObjectNode ref(String pointer) {
    return JsonText.object().put("$ref", "#" + pointer);
  }
}
