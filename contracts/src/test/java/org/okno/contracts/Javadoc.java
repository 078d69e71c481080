package org.okno.contracts;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the comments of the event records say: schemas and documents take their words from there, so
 * that nothing is described twice.
 */
final class Javadoc {
  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, String> components = new HashMap<>();

  private Javadoc() {}

  /** The comments of every source file in a folder. */
  static Javadoc of(Path folder) {
    Javadoc javadoc = new Javadoc();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(folder).filter(p -> p.toString().endsWith(".java"))) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources.toList()));
      Comments comments = javadoc.new Comments(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        comments.scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return javadoc;
  }

  /** What the comment of a type says, on one line; empty where it has none. */
  Optional<String> of(Class<?> type) {
    return Optional.ofNullable(bodies.get(type.getName()));
  }

  /** What the {@code @param} of a record's component says. */
  Optional<String> of(Class<?> type, String component) {
    return Optional.ofNullable(components.get(type.getName() + "#" + component));
  }

  private final class Comments extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees trees;

    Comments(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void parameter) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        keep(binaryName(getCurrentPath()), comment);
      }
      return super.visitClass(tree, null);
    }

    private void keep(String type, DocCommentTree comment) {
      bodies.put(type, text(comment.getFullBody()));
      for (DocTree tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree param) {
          components.put(type + "#" + param.getName(), text(param.getDescription()));
        }
      }
    }

    private String binaryName(TreePath path) {
      ClassTree tree = (ClassTree) path.getLeaf();
      return path.getParentPath().getLeaf() instanceof ClassTree
          ? binaryName(path.getParentPath()) + "$" + tree.getSimpleName()
          : path.getCompilationUnit().getPackageName() + "." + tree.getSimpleName();
    }
  }

  private static String text(List<? extends DocTree> trees) {
    return trees.stream()
        .map(Javadoc::text)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String text(DocTree tree) {
    return switch (tree) {
      case TextTree text -> text.getBody();
      case LiteralTree literal -> "`" + literal.getBody().getBody().strip() + "`";
      case LinkTree link -> "`" + link.getReference().getSignature() + "`";
      default -> " ";
    };
  }
}
