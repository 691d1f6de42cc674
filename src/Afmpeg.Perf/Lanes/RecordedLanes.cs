using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.LanesFile;

namespace Afmpeg.Perf.Lanes;

/// <summary>The user's lanes of a run, kept with it: a report made later has its cases even if their file is gone.</summary>
/// <param name="File">The lanes file, as a message names it.</param>
/// <param name="Own">What it brought.</param>
public sealed record RecordedLanes(string File, CustomLanes Own)
{
    /// <summary>The same without what identifies the user: paths are kept for people, and are never opened.</summary>
    public RecordedLanes Without(Redaction personal)
    {
        ImmutableArray<string> Words(ImmutableArray<string> words) => [.. words.Select(word => personal.Hide(word))];
        CustomProgram Program(CustomProgram program) =>
            program with { File = personal.Hide(program.File), Arguments = Words(program.Arguments) };
        return new RecordedLanes(
            personal.Hide(File),
            new CustomLanes(
                Own.Native is { } native ? Program(native) : null,
                [.. Own.Modules.Select(Program)],
                [.. Own.Natives.Select(Program)],
                [.. Own.Engines.Select(engine => engine with { Command = Words(engine.Command), Compile = Words(engine.Compile) })]));
    }
}
