package org.okno.local.client;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: numbers aligned right, text left. */
public final class Table {
  private static final int WIDEST = 100;

  private final List<String[]> rows = new ArrayList<>();

  public Table(String... header) {
    rows.add(header);
  }

  /** Adds a row; as many cells as the header has. */
  public Table row(Object... cells) {
    String[] row = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = shortened(String.valueOf(cells[i]));
    }
    rows.add(row);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      text.append("  ");
      for (int c = 0; c < rows.getFirst().length; c++) {
        text.append(cell(rows.get(r)[c], width(c), isNumeric(c))).append("  ");
      }
      text.setLength(text.toString().stripTrailing().length());
      text.append('\n');
      if (r == 0) {
        text.append("  ").append("─".repeat(totalWidth())).append('\n');
      }
    }
    return text.toString();
  }

  private static String shortened(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private int totalWidth() {
    int total = -2;
    for (int c = 0; c < rows.getFirst().length; c++) {
      total += width(c) + 2;
    }
    return total;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    return rows.stream()
        .skip(1)
        .allMatch(row -> row[column].matches("[-+]?[\\d.,]+( ?[a-z%]+)?|-|"));
  }

  private static String cell(String text, int width, boolean right) {
    String pad = " ".repeat(width - text.length());
    return right ? pad + text : text + pad;
  }
}
