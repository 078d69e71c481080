package org.okno.bench.stack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.okno.engines.Engine;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Stack;
import org.okno.local.client.Services;
import org.okno.local.client.Tokens;

/**
 * The processes of each part of a stack.
 *
 * @param each how many there are of each service: 1 or 2
 */
record Instances(Stack stack, int each) {

  List<Engine> of(Part part) {
    return each == 1 || !part.isService()
        ? List.of(stack.part(part))
        : List.of(stack.part(part), stack.secondInstance(part));
  }

  void startSecond() {
    if (each == 2) {
      Part.services().forEach(service -> stack.secondInstance(service).start());
    }
  }

  /** Sends each request to the next instance, as a load balancer does. */
  Services services() {
    Map<String, InTurn<URI>> urls =
        Part.services().stream()
            .collect(Collectors.toMap(Part::label, service -> new InTurn<>(urls(service))));
    return new Services(
        name -> {
          InTurn<URI> turn = urls.get(name);
          return turn == null ? null : turn.next();
        },
        Tokens.of(stack.settings().issuer()));
  }

  private List<URI> urls(Part service) {
    URI first = stack.settings().url(service);
    return each == 1 ? List.of(first) : List.of(first, stack.secondInstance(service).url());
  }
}
