package org.okno.local.run;

import org.okno.engines.stack.Part;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Selects a part of a stack. */
final class PartArgument {

  @Parameters(paramLabel = "PART", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Part part = Part.INTAKE;

  @Mixin private DataOption data = new DataOption();

  Part part() {
    return part;
  }

  DataOption data() {
    return data;
  }

  SupervisorClient supervisor() {
    return new SupervisorClient(new Stacks(data.folder()).required());
  }
}
