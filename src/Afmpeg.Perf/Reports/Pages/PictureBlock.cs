using System.Text.RegularExpressions;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A picture.</summary>
public sealed partial record PictureBlock : PageBlock
{
    /// <summary>Takes a picture into a page.</summary>
    /// <param name="picture">The picture.</param>
    /// <exception cref="ArgumentException">Its id is not in kebab-case: it names a file.</exception>
    public PictureBlock(Picture picture)
    {
        if (!KebabCase().IsMatch(picture.Id))
        {
            throw new ArgumentException($"The id of a picture names a file, in kebab-case: '{picture.Id}' cannot", nameof(picture));
        }

        Picture = picture;
    }

    /// <summary>The picture.</summary>
    public Picture Picture { get; }

    /// <summary>The file beside report.md that holds it, from the report's folder.</summary>
    public string FileName => $"pictures/{Picture.Id}.svg";

    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
