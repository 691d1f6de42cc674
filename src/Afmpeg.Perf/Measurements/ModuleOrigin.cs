using System.Collections.Immutable;

namespace Afmpeg.Perf.Measurements;

/// <summary>What a module was made of and with: what explains that two builds of one name execute different operations.</summary>
/// <param name="Recipe">The hash of its recipe: flags, patches, components, steps.</param>
/// <param name="Compiler">The compiler packages and their versions.</param>
/// <param name="Sources">The sources and their versions.</param>
public sealed record ModuleOrigin(string Recipe, string Compiler, ImmutableSortedDictionary<string, string> Sources);
