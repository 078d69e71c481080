package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.Home;
import org.okno.engines.identity.LocalIssuer;
import org.okno.engines.process.Priority;
import org.okno.engines.service.ServiceProcess;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import org.okno.local.client.Tokens;
import org.okno.local.demo.DemoDay;
import org.testcontainers.DockerClientFactory;

/** The same flow, with the engines as containers. */
class ContainersIT {

  @Test
  void shouldPlayADayOnContainers(@TempDir Path data) throws Exception {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (!docker) {
      System.out.println(
          "SKIPPED: the journey on containers, because no Docker engine answers here.");
    }
    assumeTrue(docker, "no Docker engine answers here");
    Home home = Home.find();
    List<ServiceProcess> running = new ArrayList<>();
    Ports ports = Ports.random();
    try (LocalIssuer issuer = new LocalIssuer(ports.issuer(), data.resolve("identity"));
        Containers containers = new Containers(home, issuer)) {
      issuer.start();
      containers.start();
      Map<String, URI> urls = startServices(home, ports, containers, data, running);
      for (Part service : Part.services()) {
        if (service.hasJournal()) {
          register(
              containers.connectUrl(),
              home.connectors().resolve(service.label() + ".json"),
              service.label());
        }
      }
      playADay(urls, issuer);
    } finally {
      running.forEach(ServiceProcess::stop);
    }
  }

  private static void playADay(Map<String, URI> urls, LocalIssuer issuer)
      throws InterruptedException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (Services services = new Services(urls, Tokens.of(issuer))) {
      Await.until(() -> !services.as(Caller.OPERATOR).list("intake", "/v1/needs").isEmpty());
      boolean asExpected =
          new DemoDay(
                  services,
                  new PrintStream(printed, true, StandardCharsets.UTF_8),
                  Clock.systemUTC(),
                  5)
              .play(60);
      assertThat(asExpected).as("%s", printed.toString(StandardCharsets.UTF_8)).isTrue();
    }
  }

  private static Map<String, URI> startServices(
      Home home, Ports ports, Containers containers, Path data, List<ServiceProcess> running) {
    Map<String, URI> urls = new HashMap<>();
    for (Part service : Part.services()) {
      URI url = URI.create("http://127.0.0.1:" + ports.of(service));
      Map<String, String> environment = containers.environment(service, ports, data);
      ServiceProcess process =
          new ServiceProcess(
              home,
              service.label(),
              url,
              () -> environment,
              data.resolve(service.label() + ".log"),
              Priority.NORMAL);
      process.start();
      running.add(process);
      urls.put(service.label(), url);
    }
    return urls;
  }

  private static void register(String connect, Path connector, String name) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(connect + "/connectors/" + name + "/config"))
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString(Files.readString(connector)))
              .build();
      Await.until(
          () -> http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300);
    }
  }
}
