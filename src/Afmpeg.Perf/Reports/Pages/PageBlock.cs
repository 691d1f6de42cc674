using System.Text.RegularExpressions;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>
/// A piece of the page: one of the records below, or a <see cref="PageTable"/>. Each format renders all of them in one switch.
/// </summary>
public abstract record PageBlock
{
    /// <summary>Whether readers only look it up: the short page leaves it out.</summary>
    public bool IsDetail { get; init; }
}

/// <summary>A part of the page under a heading. Sections nest; the depth gives the heading's level, so no level is skipped.</summary>
public sealed record PageSection(string Heading, ImmutableArray<PageBlock> Blocks) : PageBlock
{
    /// <summary>The sections directly inside it.</summary>
    public IEnumerable<PageSection> Sections => Blocks.OfType<PageSection>();
}

/// <summary>The statement that the page leads with.</summary>
public sealed record Lead(PageText Text) : PageBlock;

/// <summary>A paragraph.</summary>
public sealed record Paragraph(PageText Text) : PageBlock;

/// <summary>The few numbers that a reader should see first; 1 or more.</summary>
public sealed record KeyNumbers(ImmutableArray<KeyNumber> Numbers) : PageBlock;

/// <summary>A number that a reader should see first.</summary>
/// <param name="Value">The number with its interval and unit: "4.31 [4.10, 4.62]".</param>
/// <param name="Label">What it is, in a few words.</param>
/// <param name="Meaning">Its verdict, and the case that it comes from.</param>
/// <param name="Tone">How good or bad it is.</param>
public sealed record KeyNumber(string Value, string Label, string Meaning, Tone Tone = Tone.Plain);

/// <summary>An unordered list. An empty one renders as nothing.</summary>
public sealed record BulletList(ImmutableArray<BulletItem> Items) : PageBlock
{
    /// <summary>A list of items without lists of their own.</summary>
    public static BulletList Of(params IEnumerable<PageText> items) => new([.. items.Select(item => new BulletItem(item))]);
}

/// <summary>An item of a list; <paramref name="Below"/> is a second list under it, empty for most.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Below">The items under it.</param>
public sealed record BulletItem(PageText Text, params ImmutableArray<PageText> Below);

/// <summary>A picture. An id that is not kebab-case throws <see cref="ArgumentException"/>, since it names a file.</summary>
public sealed partial record PictureBlock(Picture Picture) : PageBlock
{
    /// <summary>The picture's file, from the report's folder.</summary>
    public string FileName { get; } = KebabCase().IsMatch(Picture.Id)
        ? $"pictures/{Picture.Id}.svg"
        : throw new ArgumentException($"A picture's id names a file and must be kebab-case: '{Picture.Id}' is not", nameof(Picture));

    /// <summary>What stands for the picture where it cannot be seen: all that it shows; its title where a table has that.</summary>
    public string Words { get; init; } = Picture.Alternative;

    [GeneratedRegex(
        @"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
