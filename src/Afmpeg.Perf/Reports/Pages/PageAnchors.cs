using System.Globalization;
using System.Text;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>The link targets of a page's sections. GitHub derives them from headings, so every format uses its rule.</summary>
public sealed class PageAnchors
{
    private readonly Dictionary<PageSection, string> anchors = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names the sections of a page.</summary>
    public PageAnchors(ReportPage page)
    {
        var taken = new Dictionary<string, int> { [Slug(page.Title)] = 0 };
        foreach (var section in page.AllBlocks.OfType<PageSection>())
        {
            anchors[section] = Unique(Slug(section.Heading), taken);
        }
    }

    /// <summary>A section's anchor, without the hash sign.</summary>
    public string Of(PageSection section) => anchors[section];

    private static string Unique(string slug, Dictionary<string, int> taken)
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
            else if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_'
                || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                slug.Append(rune);
            }
        }

        return slug.Length > 0 ? slug.ToString() : "section";
    }
}
