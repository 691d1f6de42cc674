using System.Globalization;
using System.Text;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>What links to the sections of a page point at. GitHub makes anchors of headings by itself, so these are made by its rule, in every format.</summary>
public sealed class PageAnchors
{
    private readonly Dictionary<PageSection, string> ofSections = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names the sections of a page.</summary>
    /// <param name="page">The page.</param>
    public PageAnchors(ReportPage page)
    {
        var taken = new Dictionary<string, int> { [Slug(page.Title)] = 0 };
        foreach (var section in page.AllBlocks.OfType<PageSection>())
        {
            ofSections[section] = Free(Slug(section.Heading), taken);
        }
    }

    /// <summary>A section's anchor.</summary>
    /// <param name="section">The section.</param>
    /// <returns>The anchor, without its hash.</returns>
    public string Of(PageSection section) => ofSections[section];

    private static string Free(string slug, Dictionary<string, int> taken)
    {
        var anchor = slug;
        while (!taken.TryAdd(anchor, 0))
        {
            anchor = $"{slug}-{++taken[slug]}";
        }

        return anchor;
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var rune in VisibleText.Of(heading).Trim().ToLowerInvariant().EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                slug.Append('-');
            }
            else if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                slug.Append(rune);
            }
        }

        return slug.Length > 0 ? slug.ToString() : "section";
    }
}
